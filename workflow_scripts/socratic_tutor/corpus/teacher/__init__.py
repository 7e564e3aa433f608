"""The optional teacher: a model behind an OpenAI-compatible server that words tutor turns anew.

The authored turn stays where the teacher's is refused, and what is kept went through the corpus' own
verification. Every reply is cached, so that a second run asks for nothing twice and writes the same bytes.
"""

"""What goes to the Hugging Face Hub: staged in a folder, checked, shown, and uploaded only when told to.

staging.py lays out one folder for each repository (a model for each adapter, the dataset, and the embedded
base where the adapters stand on it); checks.py refuses what must not leave the machine; upload.py talks to
the hub.
"""

#!/bin/sh
# A Python that never comes up and hears no signal but SIGKILL.
trap "" TERM
exec sleep 60

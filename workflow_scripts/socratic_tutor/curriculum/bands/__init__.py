"""The entries of the curriculum, one file per grade band; each exports `FAMILIES`."""

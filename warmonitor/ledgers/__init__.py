"""What a monitor publishes: tolls, control, displacement, commitments, sources, each a pure function of the record."""

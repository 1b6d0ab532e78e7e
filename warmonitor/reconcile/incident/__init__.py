"""One incident out of the claims that tell it: where, how many, who says what, how the fields stand."""

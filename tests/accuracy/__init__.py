"""How right the coder is on our own stories: expected claims, a scorer of facts, and floors that only go up."""

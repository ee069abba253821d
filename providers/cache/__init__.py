"""What was read before, kept for the next question: in this process and in Redis."""

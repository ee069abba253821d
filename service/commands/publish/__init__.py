"""Command `publish`: brings the skill to Amazon, step by step."""

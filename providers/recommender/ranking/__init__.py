"""How a listener's own music becomes recommendations: pure, seeded, explained."""

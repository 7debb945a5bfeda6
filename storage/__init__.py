"""How a turn is kept: the turn port, views, upkeep, vault. Never what it means."""

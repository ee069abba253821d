"""Ranking: from a listener's music to recommendations, each with its reasons.

The package is pure: no input, no output, no clock; chance comes from a seed. So a
ranking can be computed again from the same values, and tested without a library.

The stages, in order: `query` (what was asked for), `discovery_queries` (what to search
for), `candidates` (which songs could be recommended), `affinity` and `rank_fusion` (how
each song is scored), `reranking` (variety and feedback); `ranker` runs these stages.
`model` and `history` hold the values, among them the `Evidence` that an explanation is
made of; `track_identity` tells when two tracks are the same song.
"""

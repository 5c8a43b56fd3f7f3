"""Listeners: parse, desk, blocks, respond. They decide nothing about the domain."""

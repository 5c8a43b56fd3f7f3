"""Values in, values out: no await, clock, disk, network or logging below this folder."""

"""Where the centres of the municipalities lie (degrees north, degrees east), for a map without tiles."""

CENTRES = {
    "SZR04": (42.304, 25.216),
    "SZR07": (42.137, 25.856),
    "SZR12": (42.619, 25.393),
    "SZR22": (42.602, 25.547),
    "SZR23": (42.217, 25.700),
    "SZR24": (42.597, 25.207),
    "SZR27": (42.288, 25.933),
    "SZR31": (42.426, 25.635),
    "SZR36": (42.199, 25.329),
    "SZR37": (42.662, 25.797),
    "SZR38": (42.617, 25.800),
}

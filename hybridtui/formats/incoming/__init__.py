"""From paths to sessions: which files there are, opening them, and reading them in processes of their own.

``sources`` lists what paths, folders and ``archives`` hold, ``opening`` gives their bytes,
``telling`` reads one of them and hands its sessions on; ``workers`` has many ``worker``
processes do so, where that is worth starting them.
"""

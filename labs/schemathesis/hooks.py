"""Keeps a run of Schemathesis short: what would wait for up to a minute waits for a moment, and worlds stay small."""
import schemathesis


def shortened(value, most, short):
    """A number within its bounds in a small one; anything else, which the mock has to refuse, as it is."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return value
    return short if not isinstance(value, bool) and 0 < number <= most else value


@schemathesis.hook
def before_call(context, case, kwargs):
    for name in ("wait_for", "settled_within"):
        if isinstance(case.query, dict) and name in case.query:
            case.query[name] = shortened(case.query[name], 60, 0.01)
    if case.path.endswith("/seed") and isinstance(case.body, dict):
        for name, most in (("groups", 20000), ("communities", 1000)):
            if isinstance(case.body.get(name), int):
                case.body[name] = shortened(case.body[name], most, 3)

"""Keeps a run of Schemathesis short: what would wait for up to a minute waits for a moment, and worlds stay small and alive."""
import schemathesis


def replaced(value, most, other):
    """Another number for one within its bounds; anything else, which the mock has to refuse, as it is."""
    try:
        number = float(value)
    except (TypeError, ValueError):
        return value
    return other if not isinstance(value, bool) and 0 < number <= most else value


@schemathesis.hook
def before_call(context, case, kwargs):
    for name in ("wait_for", "settled_within"):
        if isinstance(case.query, dict) and name in case.query:
            case.query[name] = replaced(case.query[name], 60, 0.01)
    if case.path.endswith("/seed") and isinstance(case.body, dict):
        for name, most in (("groups", 20000), ("communities", 1000)):
            if isinstance(case.body.get(name), int):
                case.body[name] = replaced(case.body[name], most, 3)
    if isinstance(case.body, dict) and "ttl_seconds" in case.body:
        case.body["ttl_seconds"] = replaced(case.body["ttl_seconds"], 31536000, 31536000)

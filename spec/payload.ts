/** What a delivery calls that which it tells: `data`, or the only object of a gateway that calls it otherwise; undefined where that is not clear. */
export function payloadName(delivery: unknown): string | undefined {
  if (typeof delivery !== 'object' || delivery === null) return undefined;
  if (Object.hasOwn(delivery, 'data')) return 'data';
  const objects = Object.entries(delivery).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) ? [name] : [],
  );
  return objects.length === 1 ? objects[0] : undefined;
}

/** What a delivery tells, whatever it calls that; undefined where that is not clear. */
export function payloadOf(delivery: unknown): unknown {
  const name = payloadName(delivery);
  return name === undefined ? undefined : (delivery as Readonly<Record<string, unknown>>)[name];
}

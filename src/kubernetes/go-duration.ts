const seconds: Readonly<Record<string, number>> = {
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  m: 60,
  h: 3600,
};

/** A duration as Go writes it, such as `2160h0m0s`, in seconds; undefined when it is none. */
export function goDuration(text: string): number | undefined {
  const [, sign, parts = ''] = /^([+-]?)(.+)$/.exec(text) ?? [];
  if (parts === '0') return 0;
  const number = String.raw`(?:\d+\.?\d*|\.\d+)`;
  if (!new RegExp(`^(?:${number}(?:ns|us|µs|μs|ms|s|m|h))+$`).test(parts)) return undefined;
  let sum = 0;
  for (const [, amount, unit = ''] of parts.matchAll(new RegExp(`(${number})(ns|us|µs|μs|ms|s|m|h)`, 'g')))
    sum += Number(amount) * (seconds[unit] ?? 0);
  return sign === '-' ? -sum : sum;
}

/** Release of the operator that is assumed unless told otherwise. */
export const defaultOperatorVersion = '0.27.2';

/** Parts of a supported release; undefined for anything else. */
export function parseOperatorVersion(version: string): readonly [number, number, number] | undefined {
  const match = /^0\.(25|26|27)\.(\d{1,2})$/.exec(version);
  return match ? [0, Number(match[1]), Number(match[2])] : undefined;
}

/** Whether a release knows a feature. */
export function supports(version: string, feature: 'hooks' | 'xmlEscaping'): boolean {
  const since = { hooks: [27, 1], xmlEscaping: [27, 2] }[feature] as [number, number];
  const [, minor = 0, patch = 0] = parseOperatorVersion(version) ?? [];
  return minor > since[0] || (minor === since[0] && patch >= since[1]);
}

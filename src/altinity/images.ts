import { all, type Check, leaf } from '../kubernetes/shape';
import { isToken, withoutTokens } from '../kubernetes/token';

/** Server that clusters run unless told otherwise. */
export const clickhouseImage = 'clickhouse/clickhouse-server:26.3.33.24';

/** Keeper that quorums run unless told otherwise; the same release as the server. */
export const keeperImage = 'clickhouse/clickhouse-keeper:26.3.33.24';

const component = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const host = '(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*(?::\\d+)?)';
const reference = new RegExp(
  `^(?:${host}/)?${component}(?:/${component})*(?::([\\w][\\w.-]{0,127}))?(?:@(sha256:[0-9a-f]{64}))?$`,
);

/** The parts of an image reference that decide which bits run; undefined when it is no reference. */
export function parseImage(image: string): { readonly tag?: string; readonly digest?: string } | undefined {
  const match = reference.exec(withoutTokens(image));
  return match ? { tag: match[1], digest: match[2] } : undefined;
}

/** Whether an image always means the same bits, as far as a name can tell: a digest, or a tag that is not `latest`. */
export function isPinnedImage(image: string): boolean {
  // The registry may be unknown; a name without a tag is what gets `latest`.
  if (isToken(image.slice(image.lastIndexOf('/') + 1))) return true;
  const { tag, digest } = parseImage(image) ?? {};
  return digest !== undefined || (tag !== undefined && !/^latest/.test(tag) && !/^(head|master)/.test(tag));
}

/** Checks of an image in props; fixes name an image of the same kind. */
export function imageLike(example: string): Check {
  return all(
    leaf((image) => typeof image === 'string' && parseImage(image) !== undefined, {
      rule: 'images/reference',
      must: 'be an image with a tag or digest',
      fix: `write an image such as '${example}'.`,
      decides: 'which release runs',
    }),
    leaf((image) => isPinnedImage(String(image)), {
      rule: 'images/pinned',
      must: 'have a tag other than latest, or a digest',
      fix: `pin a release, such as '${example}'.`,
    }),
  );
}

/** Checks of an image of ClickHouse or Keeper in props. */
export const imageReference: Check = imageLike(clickhouseImage);

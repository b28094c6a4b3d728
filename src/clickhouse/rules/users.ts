import { clickhousesOf, forEach } from '../../altinity/rules/installations';
import { faultAt } from '../../altinity/rules/places';
import type { Fault, Rule } from '../../checks/rule';
import { parseCidr } from '../../kubernetes/cidr';
import type { Manifest } from '../../kubernetes/manifest';
import { isBuiltIn, placeOf, type User, usersOf, valuesOf } from './user-fields';

function* withoutNetworks(installation: Manifest): Generator<Fault> {
  for (const user of usersOf(installation)) {
    const { name, fields, place } = user;
    const given = [...fields].some(([field, { value }]) => field.startsWith('networks/') && value !== null);
    if (!isBuiltIn(user) && !given)
      yield faultAt(installation, place, [], `nobody outside of the cluster can log in as '${name}'.`);
  }
}

function* openNetworks(installation: Manifest): Generator<Fault> {
  for (const { name, fields } of usersOf(installation)) {
    const field = fields.get('networks/ip');
    const open = valuesOf(field).filter(isEverywhere);
    if (field && open.length > 0) {
      const message = `everybody who reaches a port can try to log in as '${name}' (${open.join(', ')}).`;
      yield faultAt(installation, field.place, [], message);
    }
  }
}

function isEverywhere(range: unknown): boolean {
  return parseCidr(String(range))?.prefix === 0;
}

/** Settings that a user with grants may not have beside them. */
const rights = [
  'access_management',
  'named_collection_control',
  'named_collection_admin',
  'show_named_collections_secrets',
];

function* mixedRights(installation: Manifest): Generator<Fault> {
  for (const user of usersOf(installation)) {
    if (!user.fields.has('grants/query')) continue;
    for (const other of rightsBeside(user)) {
      const message = `user '${user.name}' has grants, beside which '${other}' may not stand.`;
      yield faultAt(installation, placeOf(user, other), [], message);
    }
  }
}

function rightsBeside({ fields }: User): readonly string[] {
  const isOn = (field: string) => /^(1|true)$/i.test(String(fields.get(field)?.value));
  const lists = [...fields.keys()].filter((field) => /^allow_(databases|dictionaries)(\/|$)/.test(field));
  return [...rights.filter(isOn), ...lists];
}

/** Rules about users. */
export const userRules: readonly Rule[] = [
  {
    id: 'users/networks',
    severity: 'warning',
    title: 'Every user says where it connects from',
    why: 'The operator lets all others in from localhost and the pods of the installation only, so applications cannot log in.',
    fix: 'write NAME/networks/ip with the ranges that the user connects from.',
    source: 'operator #822, #1251; pkg/model/chi/normalizer/normalizer-configuration-user.go',
    check: forEach(clickhousesOf, withoutNetworks),
  },
  {
    id: 'users/open-network',
    severity: 'warning',
    title: 'No user may connect from everywhere',
    why: 'One port that is exposed by mistake is enough for everybody to try.',
    fix: 'write the ranges that the user connects from, such as 10.0.0.0/8.',
    source: 'ClickHouse, user settings (networks)',
    check: forEach(clickhousesOf, openNetworks),
  },
  {
    id: 'users/mixed-rights',
    severity: 'error',
    title: 'A user has grants, or switches such as access_management, not both',
    why: 'The server refuses the whole configuration of users.',
    fix: 'write the right as a grant, or remove the grants.',
    source: 'ClickHouse, UsersConfigParser',
    check: forEach(clickhousesOf, mixedRights),
  },
];

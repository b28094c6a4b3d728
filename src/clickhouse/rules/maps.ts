import { type Item, itemsAt, levelsOf, once, type Place, placeAt, specOf } from '../../altinity/rules/places';

/** Places that hold settings and files: the configuration first, then clusters, shards, replicas and hosts. */
const placesOf = once((object): readonly Place[] => [placeAt(specOf(object), 'configuration'), ...levelsOf(object)]);

/** Maps of slash paths that become XML, each with its entries: users, profiles, quotas, settings of every level. */
export const settingMapsOf = once((object): readonly (readonly Item[])[] => {
  const configuration = placeAt(specOf(object), 'configuration');
  return [
    ...['users', 'profiles', 'quotas'].map((section) => itemsAt(configuration, section)),
    ...placesOf(object).map((place) => itemsAt(place, 'settings')),
  ];
});

/** Maps of files, each with its entries. The first one is that of the installation. */
export const fileMapsOf = once((object): readonly (readonly Item[])[] =>
  placesOf(object).map((place) => itemsAt(place, 'files')),
);

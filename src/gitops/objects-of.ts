import { ApiObject, type Chart } from 'cdk8s';
import type { DeliveredObject } from './options';

/** The objects of a chart; charts inside of it are written to folders of their own. */
export function objectsOf(chart: Chart): readonly DeliveredObject[] {
  return chart.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .filter((object) => object.chart === chart)
    .map(({ apiVersion, kind, name, metadata }) => ({ apiVersion, kind, name, namespace: metadata.namespace }));
}

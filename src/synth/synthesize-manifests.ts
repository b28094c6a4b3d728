import { ApiObject, type App, Chart, DependencyGraph } from 'cdk8s';
import type { Manifest } from '../kubernetes/manifest';

/**
 * All objects of a program, in the order in which `app.synthYaml()` prints them. Writes no files.
 *
 * cdk8s checks the whole program once for each of its charts; this does it once.
 * @throws Error with the findings when a check of the program fails
 */
export function synthesizeManifests(app: App): readonly Manifest[] {
  return [...objectsByChart(app).values()].flat();
}

/** The same objects, by chart. */
export function objectsByChart(app: App): ReadonlyMap<Chart, readonly Manifest[]> {
  // The first chart makes cdk8s resolve the dependencies of the whole program, and check it.
  app.node
    .findAll()
    .find((construct) => Chart.isChart(construct))
    ?.toJson();
  return new Map(app.charts.map((chart) => [chart, objectsOf(chart).map((object): Manifest => object.toJson())]));
}

/** Objects of a chart, those that others depend on first; charts inside of it keep theirs. */
function objectsOf(chart: Chart): readonly ApiObject[] {
  return new DependencyGraph(chart.node)
    .topology()
    .filter((construct) => ApiObject.isApiObject(construct))
    .filter((object) => object.chart === chart);
}

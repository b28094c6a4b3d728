import { type altinity, type Manifest, Operator, type Platform } from 'anyhouse';
import { App, Testing } from 'cdk8s';
import { shop } from './application/shop';
import { bookings } from './backup/bookings';
import { orders } from './canary/orders';
import { sales } from './certificates/sales';
import { trading } from './change-window/trading';
import { payroll } from './clone/payroll';
import { accounting } from './credentials/accounting';
import { inventory } from './dashboards/inventory';
import { travel } from './day-two/travel';
import { warehouse } from './dedicated-nodes/warehouse';
import { company } from './edge/company';
import { reports } from './exposure/reports';
import { databases, databasesWithFlux } from './gitops/databases';
import { coordination } from './keeper/coordination';
import { payments } from './monitoring/payments';
import { tenants } from './multi-tenant/customers';
import { platforms } from './platforms';
import { ledger } from './production/ledger';
import { analytics } from './quickstart/analytics';
import { invoices } from './restore/invoices';
import { telemetry } from './settings/telemetry';
import { teams } from './shared-keeper/teams';
import { metrics } from './single-node/metrics';
import { archive } from './tiered-storage/archive';
import { staging } from './uptime/staging';

/** Name of a platform that examples are synthesised for. */
export type PlatformName = keyof typeof platforms;

type Program = (app: App, platform: Platform, operator?: Operator) => unknown;

const programs: Readonly<Record<string, Program>> = {
  quickstart: analytics,
  application: shop,
  'dedicated-nodes': warehouse,
  'shared-keeper': teams,
  settings: telemetry,
  exposure: reports,
  keeper: coordination,
  'tiered-storage': archive,
  'single-node': metrics,
  'multi-tenant': tenants,
  canary: orders,
  production: ledger,
  certificates: sales,
  edge: company,
  monitoring: payments,
  credentials: accounting,
  backup: bookings,
  restore: invoices,
  clone: payroll,
  uptime: staging,
  gitops: databases,
  'gitops-flux': databasesWithFlux,
  dashboards: inventory,
  'change-window': trading,
  'day-two': travel,
};

/** Every example, as the tests run it: all objects of all charts, in the order of the output. */
export const examples = Object.entries(programs).map(([name, program]) => ({
  name,
  program,
  synth(
    platform: PlatformName,
    options: { readonly operatorVersion?: altinity.OperatorVersion } = {},
  ): readonly Manifest[] {
    const app = new App();
    const { operatorVersion: version } = options;
    program(app, platforms[platform], version === undefined ? undefined : Operator.existing({ version }));
    return app.charts.flatMap((chart) => Testing.synth(chart) as Manifest[]);
  },
}));

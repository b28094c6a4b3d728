import { Operator } from 'anyhouse';

// expect: TS2673 Constructor of class 'Operator' is private
export const operator = new Operator('existing', '0.27.2', 'clickhouse-operator', {}, ['.*'], 'argocd');

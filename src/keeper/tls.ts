import type { KeeperInstallationCluster } from '../altinity/spec/keeper-installation';
import type { Settings } from '../altinity/spec/values';
import { usualPorts } from '../altinity/usual-ports';
import { supports } from '../altinity/versions';
import type { ResolvedEnvironment } from '../environment/options';
import { certificateMount, openSslSettings } from '../environment/server-tls';

/** Where members find their certificates. */
const keeperCertificates = '/etc/clickhouse-keeper/tls';

/**
 * Whether the members of a quorum speak TLS. Operators before 0.27.2 cannot: their liveness probe asks the plain port, and
 * so do they themselves.
 */
export function speaksTls({ tls, operator }: ResolvedEnvironment): boolean {
  return tls !== undefined && supports(operator.version, 'keeperTls');
}

/** Opens the encrypted port for clients and closes the plain one. The operator writes both into the configuration. */
export function keeperSwitches(environment: ResolvedEnvironment): Partial<KeeperInstallationCluster> {
  return speaksTls(environment) ? { insecure: 'no', secure: 'yes' } : {};
}

/**
 * What the container of a member with TLS needs. The probe of the operator speaks plain text; without a plain port it
 * looks for the process with `pgrep`, which images need not have (operator #1962).
 */
export const keeperTlsContainer = {
  livenessProbe: {
    tcpSocket: { port: usualPorts.zkSecure },
    initialDelaySeconds: 5,
    periodSeconds: 5,
    timeoutSeconds: 3,
    failureThreshold: 12,
  },
  volumeMounts: [certificateMount(keeperCertificates)],
};

/**
 * Certificates, and encryption among the members. The operator marks single members as secure, which Keeper does not
 * read; it wants the switch of the whole quorum.
 * @see https://github.com/ClickHouse/ClickHouse/blob/master/src/Coordination/KeeperStateManager.cpp
 */
export function keeperTlsSettings(environment: ResolvedEnvironment): Settings {
  if (!speaksTls(environment)) return {};
  return {
    'keeper_server/raft_configuration/secure': 'true',
    ...openSslSettings(keeperCertificates, 'not-believed'),
  };
}

/** A cloud whose machines are in the catalogue. */
export type Cloud = 'aws' | 'google' | 'azure';

/** A type of machine, as its cloud describes it. */
export interface Machine {
  /** Name, as the node label `node.kubernetes.io/instance-type` has it. */
  readonly name: string;
  readonly cloud: Cloud;
  /** Virtual processors. */
  readonly processors: number;
  /** Memory that the cloud sells, in MiB. */
  readonly memory: number;
  readonly architecture: 'amd64' | 'arm64';
  /** Local disks, all of them together, in GB. 0 where there are none. */
  readonly localDisks: number;
  /** Pods that fit on a node of Amazon EKS, by the addresses of its network interfaces. */
  readonly pods?: number;
  /** Guaranteed network bandwidth in Mbit/s, where the cloud publishes it. */
  readonly network?: number;
  /** Whether volumes have to be hyperdisks of Google Cloud. */
  readonly hyperdisksOnly?: boolean;
}

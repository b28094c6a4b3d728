/**
 * HAProxy that gateways run unless told otherwise, for amd64 and arm64: of the newest long-term line, 3.4 (fixes until 2031),
 * the newest release that is known to be on Docker Hub.
 *
 * The image has `socat` since October 2025, `sh`, `awk`, `sed`, `cmp` and coreutils. Its user is `haproxy`, 99: a name, so
 * that `runAsNonRoot` needs `runAsUser`. It is stopped with SIGUSR1, and so is everything else that runs from it: a program
 * with process id 1 that does not handle SIGUSR1 holds the pod until the end of its grace period. Its entrypoint puts
 * `-W -db` before the arguments of `haproxy`, and replaces itself, so the master of HAProxy has process id 1.
 *
 * Sources: docker-library/repo-info `repos/haproxy/remote/3.4.5-trixie.md`; docker-library/haproxy `3.4/Dockerfile` and
 * `docker-entrypoint.sh`, 3fc3329 (socat); docker-library/official-images `library/haproxy` (tag `lts` is 3.4).
 */
export const edgeImage = 'haproxy:3.4.5-trixie';

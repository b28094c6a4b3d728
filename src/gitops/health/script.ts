import { switchedOn } from './switched-on';

/*
 * The script that Argo CD runs to judge an installation. It may use the base and table libraries of Lua only: Argo CD opens
 * no others for scripts of argocd-cm (util/lua/lua.go).
 *
 * Healthy and Degraded end a wave of a sync; anything else makes it wait (gitops-engine, pkg/sync/sync_context.go). A
 * stopped installation is therefore Healthy: a schedule that stops databases at night must not stop deliveries.
 */

/** Which installation a script is for. */
export interface HealthSubject {
  /** `ClickHouseInstallation`. */
  readonly kind: string;
  /** What it consists of: hosts, members. */
  readonly noun: string;
}

/**
 * Lua that judges an installation by its manifest and status.
 * @see https://argo-cd.readthedocs.io/en/stable/operator-manual/health/
 */
export function healthScript({ kind, noun }: HealthSubject): string {
  return `-- Health of a ${kind}, for Argo CD.
local spec = obj.spec or {}
local status = obj.status or {}

-- As the operator reads a switch.
local function isOn(value)
  for _, word in ipairs({ ${switchedOn.map((word) => `"${word}"`).join(', ')} }) do
    if tostring(value) == word then return true end
  end
  return false
end

-- Number of replicas that a list and a count ask for; nil where they do not agree.
local function countOf(listed, count)
  if listed == nil then return count or 1 end
  if count ~= nil and count ~= #listed then return nil end
  return #listed
end

-- Number of ${noun} of a layout; nil where it is written in a way that only the operator understands.
local function sizeOf(layout)
  local shards = layout.shards
  if shards == nil then
    local replicas = countOf(layout.replicas, layout.replicasCount)
    if replicas == nil then return nil end
    return (layout.shardsCount or 1) * replicas
  end
  if layout.replicas ~= nil or countOf(shards, layout.shardsCount) == nil then return nil end
  local sum = 0
  for _, shard in ipairs(shards) do
    local replicas = countOf(shard.replicas, shard.replicasCount or (shard.replicas == nil and layout.replicasCount or nil))
    if replicas == nil then return nil end
    sum = sum + replicas
  end
  return sum
end

local function wanted()
  local clusters = (spec.configuration or {}).clusters
  -- Templates may bring layouts of their own.
  if clusters == nil or spec.useTemplates ~= nil then return nil end
  local sum = 0
  for _, cluster in ipairs(clusters) do
    local size = sizeOf(cluster.layout or {})
    if size == nil then return nil end
    sum = sum + size
  end
  return sum
end

local function is(health, message)
  return { status = health, message = message }
end

local function withError(message)
  if status.error == nil or status.error == "" then return message end
  return message .. "; last error: " .. tostring(status.error)
end

if obj.metadata.deletionTimestamp ~= nil or status.status == "Terminating" then
  return is("Progressing", "is being deleted")
end
if isOn(spec.suspend) then
  return is("Suspended", "spec.suspend: changes wait until it is lifted")
end
if status.status == nil then
  return is("Progressing", "no operator has taken it up yet")
end
if status.status == "InProgress" then
  return is("Progressing", tostring(status.hostsCompleted or 0) .. " of " .. tostring(status.hosts or "?") .. " ${noun} done")
end
if status.status ~= "Completed" then
  return is("Degraded", withError(tostring(status.status)))
end

-- The operator keeps no generation: right after an edit, Completed is about the version before.
if spec.taskID ~= nil and (status.taskIDsCompleted or {})[1] ~= spec.taskID then
  return is("Progressing", "the status is about another version: task " .. tostring((status.taskIDsCompleted or {})[1]))
end
local size = wanted()
if size ~= nil and status.hosts ~= nil and status.hosts ~= size then
  return is("Progressing", "the status is about " .. tostring(status.hosts) .. " ${noun}, and " .. tostring(size) .. " are wanted")
end
if isOn(spec.stop) then
  return is("Healthy", "stopped")
end
return is("Healthy", withError(tostring(status.hosts or 0) .. " ${noun}"))
`;
}

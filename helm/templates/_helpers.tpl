{{- define "motorpool.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}{{ end }}
{{- end }}

{{- define "motorpool.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "motorpool.labels" -}}
{{ include "motorpool.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- end }}

{{/* The components of the mode, comma separated. The one place that knows the modes. */}}
{{- define "motorpool.components" -}}
{{- if eq .Values.mode "standalone" }}standalone
{{- else if eq .Values.mode "distributed" }}dispatch,telematics-ingest,planner,mobile-api
{{- else }}{{ fail (printf "mode: %q is unknown; set standalone or distributed, or start from values-standalone.yaml or values-distributed.yaml" .Values.mode) }}
{{- end }}
{{- end }}

{{- define "motorpool.require" -}}
{{- $d := .Values.database }}
{{- $_ := required "database.host: missing; name the PostgreSQL server" $d.host }}
{{- $_ := required "database.existingSecret: missing; name a Secret with owner-password, dispatch-password and telemetry-password" $d.existingSecret }}
{{- $_ := required "tokens.existingSecret: missing; name a Secret with private.pem and public.pem" .Values.tokens.existingSecret }}
{{- if .Values.bootstrap.enabled }}
{{- $_ := required "bootstrap.existingSecret: missing; name a Secret with a superuser's username and password, or set bootstrap.enabled=false" .Values.bootstrap.existingSecret }}
{{- end }}
{{- if eq .Values.mode "distributed" }}
{{- $_ := required "kafka.bootstrapServers: missing; distributed mode needs Kafka, for example kafka:9092" .Values.kafka.bootstrapServers }}
{{- include "motorpool.single" (list . "dispatch" "a console hears only what happens in the replica that it is connected to") }}
{{- include "motorpool.single" (list . "telematics-ingest" "commands and bindings do not reach the replica that holds the terminal") }}
{{- end }}
{{- end }}

{{/* Refuses a second replica of what cannot have one yet: list root, component, reason. */}}
{{- define "motorpool.single" -}}
{{- $name := index . 1 }}
{{- $component := index (index . 0).Values $name }}
{{- if gt (int $component.replicas) 1 }}
{{- fail (printf "%s.replicas: %d is too many; it must be 1, because %s (ARCHITECTURE.md, known limits)" $name (int $component.replicas) (index . 2)) }}
{{- end }}
{{- if dig "autoscaling" "enabled" false $component }}
{{- fail (printf "%s.autoscaling: it cannot scale, leave it out; there must be 1 replica, because %s (ARCHITECTURE.md, known limits)" $name (index . 2)) }}
{{- end }}
{{- end }}

{{/* Name of the Service that answers the dispatch API. */}}
{{- define "motorpool.front" -}}
{{- if eq .Values.mode "standalone" }}standalone{{ else }}dispatch{{ end }}
{{- end }}

{{/* Name of the component that terminals connect to. */}}
{{- define "motorpool.gateway" -}}
{{- if eq .Values.mode "standalone" }}standalone{{ else }}telematics-ingest{{ end }}
{{- end }}

{{- define "motorpool.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "motorpool.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* An environment variable from a key of a Secret: list name, secret, key. */}}
{{- define "motorpool.secretEnv" -}}
- name: {{ index . 0 }}
  valueFrom:
    secretKeyRef:
      name: {{ index . 1 }}
      key: {{ index . 2 }}
{{- end }}

{{/* Runs before the release, in order of weight: list root, weight. */}}
{{- define "motorpool.hook" -}}
{{- if (index . 0).Values.bootstrap.hook -}}
annotations:
  helm.sh/hook: pre-install,pre-upgrade
  helm.sh/hook-weight: {{ index . 1 | quote }}
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
{{- end }}
{{- end }}

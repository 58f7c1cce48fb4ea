{{/* What one component is told: list root, component. Each gets only the passwords that it needs. */}}
{{- define "motorpool.env" -}}
{{- $root := index . 0 }}{{- $name := index . 1 }}
{{- $component := index $root.Values $name }}
{{- $secret := $root.Values.database.existingSecret }}
{{- $full := include "motorpool.fullname" $root }}
- name: QUARKUS_HTTP_PORT
  value: {{ $component.port | quote }}
- name: QUARKUS_HTTP_HOST
  value: 0.0.0.0
- name: JAVA_TOOL_OPTIONS
  value: -XX:MaxRAMPercentage=70 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED
- name: MOTORPOOL_JWT_PUBLIC_KEY
  value: /etc/motorpool/keys/public.pem
{{- if has $name (list "standalone" "dispatch") }}
- name: MOTORPOOL_JWT_PRIVATE_KEY
  value: /etc/motorpool/keys/private.pem
- name: MOTORPOOL_DEMO
  value: {{ $root.Values.demo | quote }}
{{- end }}
{{- if has $name (list "standalone" "dispatch" "telematics-ingest") }}
{{ include "motorpool.secretEnv" (list "MOTORPOOL_DB_OWNER_PASSWORD" $secret "owner-password") }}
{{- end }}
{{- if has $name (list "standalone" "dispatch") }}
{{ include "motorpool.secretEnv" (list "MOTORPOOL_DB_DISPATCH_PASSWORD" $secret "dispatch-password") }}
{{- end }}
{{- if has $name (list "standalone" "telematics-ingest") }}
{{ include "motorpool.secretEnv" (list "MOTORPOOL_DB_TELEMETRY_PASSWORD" $secret "telemetry-password") }}
- name: MOTORPOOL_JT808_PORT
  value: {{ $root.Values.terminals.port | quote }}
{{- end }}
{{- if eq $name "standalone" }}
- name: MOTORPOOL_DISPATCH_TELEMATICS_URL
  value: http://127.0.0.1:{{ $component.port }}
- name: MOTORPOOL_DISPATCH_PLANNER_URL
  value: http://127.0.0.1:{{ $component.port }}
- name: MOTORPOOL_MOBILE_DISPATCH_URL
  value: http://127.0.0.1:{{ $component.port }}
{{- else if eq $name "dispatch" }}
- name: MOTORPOOL_DISPATCH_TELEMATICS_URL
  value: http://{{ $full }}-telematics-ingest:{{ (index $root.Values "telematics-ingest").port }}
- name: MOTORPOOL_DISPATCH_PLANNER_URL
  value: http://{{ $full }}-planner:{{ $root.Values.planner.port }}
{{- else if eq $name "mobile-api" }}
- name: MOTORPOOL_MOBILE_DISPATCH_URL
  value: http://{{ $full }}-dispatch:{{ $root.Values.dispatch.port }}
{{- end }}
{{- range $key, $value := $component.env }}
- name: {{ $key }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

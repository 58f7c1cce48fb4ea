# shellcheck shell=bash
# A real single-node KRaft broker from Maven artifacts, for distributed mode and the tests. One copy of everything:
# it is durable as one disk is. Topics appear on first use, with six partitions.

BROKER=$REPO/dispatch/standalone/broker

build_broker() {
    [[ ! -f $BROKER/target/lib/.complete || $BROKER/pom.xml -nt $BROKER/target/lib/.complete ]] || return 0
    run_step broker "准备 Kafka / fetching the Kafka broker" no_detail mvn -B -ntp -q -f "$BROKER/pom.xml" package
    touch "$BROKER/target/lib/.complete"
}

start_kafka() {
    if alive kafka; then
        KAFKA_PORT=$(<"$RUN/kafka.port")
        return
    fi
    choose_port kafka 9092 MOTORPOOL_KAFKA_PORT
    KAFKA_PORT=$(<"$RUN/kafka.port")
    configure_kafka "$(free_port_from $((KAFKA_PORT + 1)))"
    format_kafka
    say "启动 Kafka / starting Kafka on port $KAFKA_PORT"
    spawn kafka "$LOGS/kafka.out.log" "${KAFKA_JAVA[@]}" -Xmx256m kafka.Kafka "$STATE/kafka/server.properties"
    await kafka "Kafka" "$LOGS/kafka.log" port_busy "$KAFKA_PORT"
}

configure_kafka() {
    mkdir -p "$STATE/kafka"
    KAFKA_JAVA=("$JAVA" -XX:+UseSerialGC "-Dlog4j2.configurationFile=$BROKER/log4j2.properties"
        "-Dmotorpool.kafka.log=$LOGS/kafka.log" -cp "$BROKER/target/lib/*")
    cat >"$STATE/kafka/server.properties" <<PROPERTIES
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:$1
listeners=PLAINTEXT://127.0.0.1:$KAFKA_PORT,CONTROLLER://127.0.0.1:$1
controller.listener.names=CONTROLLER
log.dirs=$STATE/kafka/data
offsets.topic.replication.factor=1
offsets.topic.num.partitions=6
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
share.coordinator.state.topic.replication.factor=1
share.coordinator.state.topic.min.isr=1
min.insync.replicas=1
default.replication.factor=1
auto.create.topics.enable=true
message.max.bytes=8388608
num.partitions=6
group.initial.rebalance.delay.ms=0
PROPERTIES
}

format_kafka() {
    [[ ! -f $STATE/kafka/data/meta.properties ]] || return 0
    local id
    id=$(openssl rand -base64 16 | tr '+/' 'Aa' | tr -d '=')
    "${KAFKA_JAVA[@]}" -Xmx64m kafka.tools.StorageTool format --cluster-id="$id" \
        -c "$STATE/kafka/server.properties" >"$LOGS/kafka-format.log" 2>&1 ||
        show_failure "Kafka format" "$LOGS/kafka-format.log"
}

package org.motorpool.dispatch.operation;

/** Where an operation stands. */
public enum OperationStatus {
    /** 拟定: nothing is requested yet. */
    DRAFT,
    /** 已提交: an event's requests wait for the decision; a mobilisation has its vehicles. */
    COMMITTED,
    /** 已批准: all requests of an event. */
    APPROVED,
    /** 已解除: the vehicles of a mobilisation go back. */
    RELEASED,
    /** 已取消. */
    CANCELLED
}

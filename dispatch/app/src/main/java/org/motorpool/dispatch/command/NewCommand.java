package org.motorpool.dispatch.command;

import java.time.Instant;
import org.motorpool.telematics.contract.Instruction;

/** What a caller wants a terminal to do, checked. */
record NewCommand(Instruction instruction, Instant expiresAt) {}

package org.motorpool.telematics.contract;

import java.util.List;

/** Instructions about the settings of the terminal. */
public sealed interface ParameterInstruction extends Instruction {

    /** Ask what the terminal is (0x8107); answered by {@link Answer.Attributes}. */
    record QueryAttributes() implements ParameterInstruction {}

    /**
     * Ask for settings (0x8104, 0x8106); answered by {@link Answer.Parameters}.
     *
     * @param ids like 0x0029; all settings when left out
     */
    record QueryParameters(List<String> ids) implements ParameterInstruction {

        private static final int MOST = 255;

        public QueryParameters {
            ids = Check.list("ids", ids, 0, MOST);
            for (int i = 0; i < ids.size(); i++) {
                ParameterRule.id("ids[" + i + "]", ids.get(i));
            }
        }

        /** The ids as numbers. */
        public List<Long> numbers() {
            return ids.stream().map(id -> ParameterRule.id("ids", id)).toList();
        }
    }

    /** Set settings (0x8103). */
    record SetParameters(List<Parameter> parameters) implements ParameterInstruction {

        private static final int MOST = 255;

        public SetParameters {
            parameters = Check.list("parameters", parameters, 1, MOST);
        }
    }

    /**
     * One setting.
     *
     * @param id like 0x0029; those of the standards (see {@link ParameterRule}), or a vendor's, 0xF000 to 0xFFFF
     * @param value a number (decimal, or hex behind 0x), a text, or bytes in hex, as the id wants it
     */
    record Parameter(String id, String value) {
        public Parameter {
            rule(ParameterRule.id("id", id)).encode(value);
        }

        /** The id as a number. */
        public long number() {
            return ParameterRule.id("id", id);
        }

        /** The value on the wire, in hex. */
        public String valueHex() {
            return rule(number()).encode(value);
        }

        private static ParameterRule rule(long id) {
            return ParameterRule.find(id).orElseThrow();
        }
    }
}

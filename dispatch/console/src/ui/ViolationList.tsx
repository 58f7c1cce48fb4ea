import type { Violation } from '../api/types';

/** Broken rules, each with the clause that demands it. */
export function ViolationList({ violations }: { violations: Violation[] }) {
  if (violations.length === 0) return null;
  return (
    <ul className="violations">
      {violations.map((violation) => (
        <li key={violation.rule + violation.clause} data-testid="violation" data-rule={violation.rule}>
          <span className="violation-message" title={violation.messageEn}>
            {violation.message}
          </span>
          <cite data-testid="violation-clause">{violation.clause}</cite>
        </li>
      ))}
    </ul>
  );
}

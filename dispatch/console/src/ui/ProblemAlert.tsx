import { Alert, Button } from 'antd';
import type { Problem } from '../api/types';
import { ViolationList } from './ViolationList';

interface Props {
  problem: Problem;
  onRetry?: () => void;
  testId?: string;
}

/** What a failed call answered: detail, the rules it broke, the stable code. */
export function ProblemAlert({ problem, onRetry, testId = 'problem' }: Props) {
  return (
    <Alert
      type="error"
      role="alert"
      data-testid={testId}
      className="problem"
      title={problem.detail ?? problem.title ?? `HTTP ${problem.status}`}
      description={
        <>
          <ViolationList violations={problem.violations ?? []} />
          <span className="problem-code">
            {problem.code ?? `HTTP ${problem.status}`}
            {problem.field ? ` · ${problem.field}` : ''}
          </span>
        </>
      }
      action={
        onRetry && (
          <Button size="small" onClick={onRetry}>
            重试 Retry
          </Button>
        )
      }
    />
  );
}

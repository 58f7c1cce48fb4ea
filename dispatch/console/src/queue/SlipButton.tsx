import { Button } from 'antd';
import { useState } from 'react';
import { problemOf } from '../api/http';
import type { OrderSummary, Problem } from '../api/types';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';

/** Downloads the order 派车单 as it is printed. */
export function SlipButton({ order }: { order: OrderSummary }) {
  const { api } = useWork();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const download = async () => {
    setBusy(true);
    setProblem(null);
    try {
      save(await api.getSlip(order.id), `派车单-${order.number}.pdf`);
    } catch (failure) {
      setProblem(problemOf(failure));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="card-actions">
      {problem && <ProblemAlert problem={problem} testId="slip-problem" />}
      <Button size="small" loading={busy} onClick={() => void download()} data-testid="slip">
        派车单 PDF
      </Button>
    </div>
  );
}

function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

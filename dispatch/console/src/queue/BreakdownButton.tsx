import { Button } from 'antd';
import { useState } from 'react';
import { plateText } from '../format/labels';
import { ReplanDialog } from './ReplanDialog';
import type { ReplanRun } from './useReplan';

/** A vehicle cannot drive any more today: who takes over its orders. */
export function BreakdownButton({ vehicleId, plate }: { vehicleId: string; plate: string }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="card-actions">
      <Button size="small" danger onClick={() => setOpen(true)} data-testid="breakdown">
        故障重排 Breakdown
      </Button>
      {open && (
        <ReplanDialog title={plateText(plate)} onClose={() => setOpen(false)}>
          {(run) => <Confirmation run={run} vehicleId={vehicleId} />}
        </ReplanDialog>
      )}
    </div>
  );
}

function Confirmation({ run, vehicleId }: { run: ReplanRun; vehicleId: string }) {
  return (
    <div className="inline-form">
      <span>该车今天不能再出车，为其未出车的派车单另行安排 / It cannot drive any more today</span>
      <Button type="primary" loading={run.busy === 'asking'} onClick={() => void run.ask({ kind: 'BREAKDOWN', vehicleId })} data-testid="replan-ask">
        生成方案 Propose
      </Button>
    </div>
  );
}

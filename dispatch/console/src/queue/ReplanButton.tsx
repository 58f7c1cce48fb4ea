import { Button } from 'antd';
import { useState } from 'react';
import type { OrderSummary } from '../api/types';
import { ReplanDialog } from './ReplanDialog';
import { OrderIncident } from './OrderIncident';

/** Opens the re-planning around an order: its vehicle, its driver, or its return. */
export function ReplanButton({ order }: { order: OrderSummary }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="card-actions">
      <Button size="small" onClick={() => setOpen(true)} data-testid="replan">
        重排 Re-plan
      </Button>
      {open && (
        <ReplanDialog title={order.number} onClose={() => setOpen(false)}>
          {(run) => <OrderIncident order={order} run={run} />}
        </ReplanDialog>
      )}
    </div>
  );
}

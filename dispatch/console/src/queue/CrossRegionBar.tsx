import { Button } from 'antd';
import { useState } from 'react';
import { useCell } from '../store/cell';
import { waitsForUs } from '../store/crossRegion';
import { useWork } from '../workbench/workContext';
import { CrossRegionDialog } from './CrossRegionDialog';

/** Uses across regions that are not over, and how many of them wait for this side. */
export function CrossRegionBar() {
  const { live } = useWork();
  const services = useCell(live.crossRegion);
  const [open, setOpen] = useState(false);
  const waiting = services.filter(waitsForUs).length;
  if (services.length === 0 && !open) return null;
  return (
    <>
      <div className="plan-bar" data-testid="cross-region-bar" data-waiting={waiting}>
        <span>
          跨区域用车 {services.length} 件在办，{waiting} 件待我方办理
        </span>
        <Button size="small" onClick={() => setOpen(true)} data-testid="cross-region-open">
          办理 Open
        </Button>
      </div>
      {open && <CrossRegionDialog onClose={() => setOpen(false)} />}
    </>
  );
}

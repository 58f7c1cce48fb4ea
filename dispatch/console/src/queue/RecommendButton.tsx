import { Button } from 'antd';
import { useState } from 'react';
import type { UseRequest } from '../api/types';
import { RecommendDialog } from './RecommendDialog';

/** Opens the recommendations for a request that waits for a vehicle. */
export function RecommendButton({ request }: { request: UseRequest }) {
  const [open, setOpen] = useState(false);
  return (
    <div className="card-actions">
      <Button size="small" onClick={() => setOpen(true)} data-testid="recommend">
        推荐派车 Recommend
      </Button>
      {open && <RecommendDialog request={request} onClose={() => setOpen(false)} />}
    </div>
  );
}

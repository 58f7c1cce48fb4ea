import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { problemOf } from '../api/http';
import type { Problem, UseRequest } from '../api/types';
import { useCell } from '../store/cell';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';

/** Asks the host region of a request for a vehicle; not shown while it is being asked. */
export function InquireButton({ request }: { request: UseRequest }) {
  const { live } = useWork();
  const [open, setOpen] = useState(false);
  const asked = useCell(live.crossRegion).some(({ role, requestId }) => role === 'HOME' && requestId === request.id);
  if (asked) return null;
  return (
    <div className="card-actions">
      <Button size="small" onClick={() => setOpen(true)} data-testid="inquire">
        询用外地车辆 Inquire
      </Button>
      {open && <InquireDialog request={request} onClose={() => setOpen(false)} />}
    </div>
  );
}

function InquireDialog({ request, onClose }: { request: UseRequest; onClose: () => void }) {
  const { api, live } = useWork();
  const [contact, setContact] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = async () => {
    setBusy(true);
    try {
      live.acceptService(await api.inquire(request.id, contact.trim()));
      onClose();
    } catch (failure) {
      setProblem(problemOf(failure));
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={`询用外地车辆 Inquire · ${request.number}`}
      okText="询用 Inquire"
      cancelText="取消 Cancel"
      okButtonProps={{ disabled: contact.trim() === '', loading: busy, 'data-testid': 'inquire-submit' }}
      onOk={() => void ask()}
      onCancel={onClose}
      width={460}
    >
      <p className="dialog-lead">对方只得到时间、地点、人数和联系方式；事由仅在协议约定时提供。</p>
      {problem && <ProblemAlert problem={problem} testId="inquire-problem" />}
      <Input
        autoFocus
        value={contact}
        maxLength={100}
        placeholder="用车联系人和电话 Contact"
        aria-label="用车联系人和电话"
        onChange={({ target }) => setContact(target.value)}
        data-testid="inquire-contact"
      />
    </Modal>
  );
}

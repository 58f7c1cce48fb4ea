import { Form, Input, Modal } from 'antd';
import type { UseRequest } from '../api/types';

export type ReasonedDecision = 'RETURN' | 'REJECT';

const TITLES: Record<ReasonedDecision, string> = { RETURN: '退回申请 Return', REJECT: '驳回申请 Reject' };

interface Props {
  decision: ReasonedDecision;
  request: UseRequest;
  onCancel: () => void;
  onReason: (decision: ReasonedDecision, reason: string) => void;
}

/** Asks for the reason that a return or a rejection must carry. */
export function ReasonDialog({ decision, request, onCancel, onReason }: Props) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={`${TITLES[decision]} · ${request.number}`}
      okText="确定 OK"
      cancelText="取消 Cancel"
      okButtonProps={{ danger: decision === 'REJECT', 'data-testid': 'reason-submit' }}
      onOk={() => form.submit()}
      onCancel={onCancel}
      width={460}
    >
      <p className="dialog-lead">
        {request.unitName} · {request.purpose}
      </p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={({ reason }) => onReason(decision, reason.trim())}>
        <Form.Item
          name="reason"
          label="意见（申请人可见）Reason"
          rules={[{ required: true, whitespace: true, message: '请填写意见 / A reason is required' }]}
        >
          <Input.TextArea autoFocus rows={3} maxLength={200} showCount data-testid="reason" />
        </Form.Item>
      </Form>
    </Modal>
  );
}

import { memo } from 'react';
import type { OrderSummary, UseRequest } from '../api/types';
import { ORDER_STATUSES, PAPERS, plateColourOf, REQUEST_STATUSES, SHARINGS } from '../format/labels';
import { day, period } from '../format/time';
import { Plate } from '../ui/Plate';
import { useWork } from '../workbench/workContext';
import { DecisionButtons } from './DecisionButtons';
import { InquireButton } from './InquireButton';
import { RecommendButton } from './RecommendButton';
import { ReplanButton } from './ReplanButton';
import { SlipButton } from './SlipButton';

interface Props {
  request: UseRequest;
  selected: boolean;
  onSelect: () => void;
}

/** One request: who, why, when, where, how many; then the vehicle and driver, or what can be done. */
export const RequestCard = memo(
  function RequestCard({ request, selected, onSelect }: Props) {
    const { roles } = useWork();
    const paperAwaited = request.paperState === 'DUE' || request.paperState === 'OVERDUE';
    const decidable = (request.status === 'SUBMITTED' || paperAwaited) && roles.includes('APPROVER');
    const assignable = request.status === 'APPROVED' && roles.includes('DISPATCHER');
    const replannable = (request.status === 'ASSIGNED' || request.status === 'UNDERWAY') && roles.includes('DISPATCHER');
    const printable = request.status === 'ASSIGNED' && roles.includes('DISPATCHER');
    return (
      <article
        className={`card${selected ? ' card-selected' : ''}`}
        data-testid="request-card"
        data-request-id={request.id}
        data-status={request.status}
      >
        <button type="button" className="card-face" aria-pressed={selected} onClick={onSelect} title="在地图上显示 Show on map">
          <CardHead request={request} />
          <span className="card-unit">
            {request.unitName}
            <small>{request.requesterName}</small>
          </span>
          <span className="card-purpose">{request.purpose}</span>
          <span className="card-period">
            {period(request.departAt, request.returnAt)}
            <b>{request.passengers} 人</b>
          </span>
          <span className="card-places">
            {request.pickup.name}
            <i aria-label="至">→</i>
            {request.dropoff.name}
          </span>
          {request.order && <AssignedVehicle order={request.order} />}
        </button>
        {request.decisionReason && <p className="card-reason">意见：{request.decisionReason}</p>}
        {assignable && <RecommendButton request={request} />}
        {assignable && request.hostRegionCode && <InquireButton request={request} />}
        {decidable && <DecisionButtons request={request} />}
        {replannable && request.order && <ReplanButton order={request.order} />}
        {printable && request.order && <SlipButton order={request.order} />}
      </article>
    );
  },
  (before, after) => before.request === after.request && before.selected === after.selected,
);

function CardHead({ request }: { request: UseRequest }) {
  const crossing = request.sharing ?? (request.hostRegionCode ? 'CROSS_REGION' : null);
  return (
    <span className="card-head">
      <code>{request.number}</code>
      <span className="card-submitted">{day(request.submittedAt)} 提交</span>
      {request.emergency && <Emergency paperState={request.paperState} />}
      {typeof request.approvalStep === 'number' && (
        <span className="tag" title={request.approvalChain ?? undefined}>
          第 {request.approvalStep} 级审批
        </span>
      )}
      {request.details?.pooling && <Pooled minutes={request.details.pooling.onBoard_minutes} />}
      {crossing && (
        <span className={`tag tag-${crossing.toLowerCase()}`} title={SHARINGS[crossing].en} data-testid="sharing">
          {SHARINGS[crossing].zh}
        </span>
      )}
      <span className={`tag status-${request.status.toLowerCase()}`} title={REQUEST_STATUSES[request.status].en}>
        {REQUEST_STATUSES[request.status].zh}
      </span>
    </span>
  );
}

/** The riders agree to ride with others. */
function Pooled({ minutes }: { minutes: number | null }) {
  const longest = minutes ? ` ≤ ${minutes} 分钟` : '';
  return (
    <span className="tag" title={`Riders agree to share${minutes ? `, ${minutes} min on board at most` : ''}`} data-testid="pooled">
      同意合乘{longest}
    </span>
  );
}

/** Dispatched first, paper after. */
function Emergency({ paperState }: { paperState: UseRequest['paperState'] }) {
  const paper = paperState && PAPERS[paperState];
  return (
    <span className="tag tag-emergency" title={paper ? `Emergency, ${paper.en}` : 'Emergency'}>
      先派后补{paper ? ` · ${paper.zh}` : ''}
    </span>
  );
}

function AssignedVehicle({ order }: { order: OrderSummary }) {
  return (
    <span className="card-vehicle">
      <Plate plate={order.plate} colour={plateColourOf(order.energyType)} />
      <b>{order.driverName}</b>
      <span className="card-vehicle-unit">{order.vehicleUnitName}</span>
      <em title={ORDER_STATUSES[order.status].en}>{ORDER_STATUSES[order.status].zh}</em>
    </span>
  );
}

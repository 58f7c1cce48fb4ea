import { Button, Empty, Modal } from 'antd';
import type { CaseAct, CrossRegionService } from '../api/crossRegion';
import { yuan } from '../format/figures';
import { CASE_ACTS, CASE_ROLES, CASE_STATUSES } from '../format/labels';
import { clock, day, period } from '../format/time';
import { useCell } from '../store/cell';
import { actsOf, waitsForUs } from '../store/crossRegion';
import { ProblemAlert } from '../ui/ProblemAlert';
import { useWork } from '../workbench/workContext';
import { OfferForm } from './OfferForm';
import { ReasonForm } from './ReasonForm';
import { type CaseRun, useCase } from './useCase';

/** Inquiries, offers and bookings between two authorities, each with what this side may do next. */
export function CrossRegionDialog({ onClose }: { onClose: () => void }) {
  const { live } = useWork();
  const services = useCell(live.crossRegion);
  return (
    <Modal open title="跨区域用车 Across regions" width={860} footer={<Button onClick={onClose}>关闭 Close</Button>} onCancel={onClose}>
      {services.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有在办的跨区域用车 / Nothing open" />}
      <div className="cases" data-testid="cases">
        {services.map((service) => (
          <CaseRow key={service.id} service={service} />
        ))}
      </div>
    </Modal>
  );
}

function CaseRow({ service }: { service: CrossRegionService }) {
  const run = useCase(service);
  const acts = actsOf(service);
  const { inquiry, offer, assigned } = service;
  const { startsAt, endsAt } = offer ?? inquiry;
  return (
    <article
      className={`case${waitsForUs(service) ? ' case-waiting' : ''}`}
      data-testid="case"
      data-number={service.number}
      data-role={service.role}
      data-status={service.status}
      data-request-id={service.requestId ?? ''}
    >
      <p className="case-head">
        <code>{service.number}</code>
        <span className="tag" title={CASE_ROLES[service.role].en}>
          {CASE_ROLES[service.role].zh}
        </span>
        {service.role === 'HOST' ? inquiry.homeName : service.peerName}
        <span className="tag" title={CASE_STATUSES[service.status].en}>
          {CASE_STATUSES[service.status].zh}
        </span>
      </p>
      <p>
        {period(startsAt, endsAt)} · {inquiry.passengers} 人 · {inquiry.pickup.name} → {inquiry.dropoff.name}
      </p>
      <p className="case-more">
        {service.role === 'HOST' && <>联系人 {inquiry.contact} · </>}协议 {service.agreementNumber}
        {offer && (
          <>
            {' '}
            · 预计 <span className="figures">{yuan(offer.estimate_fen)}</span>
            {service.status === 'OFFERED' && `，${day(offer.expiresAt)} ${clock(offer.expiresAt)} 前有效`}
            {offer.note && `（${offer.note}）`}
          </>
        )}
        {assigned && ` · ${assigned.plate} ${assigned.driverName}`}
      </p>
      {run.problem && <ProblemAlert problem={run.problem} testId="case-problem" />}
      {run.asked && acts.includes(run.asked) ? <Asked act={run.asked} service={service} run={run} /> : <Acts acts={acts} service={service} run={run} />}
    </article>
  );
}

interface Props {
  service: CrossRegionService;
  run: CaseRun;
}

function Acts({ acts, service, run }: { acts: CaseAct[] } & Props) {
  return (
    <div className="card-actions">
      {acts.map((act, i) => (
        <Button
          key={act}
          size="small"
          type={i === 0 && waitsForUs(service) ? 'primary' : 'default'}
          loading={run.busy === act}
          disabled={run.busy !== null}
          onClick={() => run.begin(act)}
          data-testid={`case-${act}`}
        >
          {CASE_ACTS[act].zh} {CASE_ACTS[act].en}
        </Button>
      ))}
    </div>
  );
}

/** What an act must be told; gone when the case has moved on meanwhile. */
function Asked({ act, service, run }: { act: CaseAct } & Props) {
  return act === 'offer' ? <OfferForm service={service} run={run} /> : <ReasonForm key={act} act={act} run={run} />;
}

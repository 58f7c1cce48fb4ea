import type { CaseAct, CaseRole, CaseStatus } from '../api/crossRegion';
import type { ReplanKind } from '../api/planning';
import type { EnergyType, OrderStatus, PlateColour, RequestStatus, Role, Sharing, UseRequest, VehicleState } from '../api/types';
import type { Queue } from '../store/requests';

/** A label: Chinese first, English beside it. */
export interface Label {
  zh: string;
  en: string;
}

export const VEHICLE_STATES: Record<VehicleState, Label> = {
  IDLE: { zh: '空闲', en: 'Idle' },
  ASSIGNED: { zh: '已派', en: 'Assigned' },
  ON_TRIP: { zh: '执行中', en: 'On trip' },
  OFFLINE: { zh: '离线', en: 'Offline' },
  OUT_OF_SERVICE: { zh: '停用', en: 'Out of service' },
};

export const ENERGY_TYPES: Record<EnergyType, Label> = {
  BEV: { zh: '纯电动', en: 'Battery electric' },
  PHEV: { zh: '插电混动', en: 'Plug-in hybrid' },
  EREV: { zh: '增程式', en: 'Range extender' },
  FCEV: { zh: '燃料电池', en: 'Fuel cell' },
  HEV: { zh: '普通混动', en: 'Hybrid' },
  ICE: { zh: '燃油', en: 'Combustion' },
};

export const QUEUE_LABELS: Record<Queue, Label> = {
  SUBMITTED: { zh: '待审批', en: 'To approve' },
  APPROVED: { zh: '待派', en: 'To assign' },
  ASSIGNED: { zh: '已派', en: 'Assigned' },
  UNDERWAY: { zh: '执行中', en: 'Underway' },
  CLOSED: { zh: '已办结', en: 'Closed' },
  OTHER: { zh: '退回驳回', en: 'Ended' },
};

export const REQUEST_STATUSES: Record<RequestStatus, Label> = {
  SUBMITTED: { zh: '待审批', en: 'Submitted' },
  APPROVED: { zh: '待派', en: 'Approved' },
  ASSIGNED: { zh: '已派', en: 'Assigned' },
  UNDERWAY: { zh: '执行中', en: 'Underway' },
  CLOSED: { zh: '已办结', en: 'Closed' },
  RETURNED: { zh: '已退回', en: 'Returned' },
  REJECTED: { zh: '已驳回', en: 'Rejected' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
};

export const ORDER_STATUSES: Record<OrderStatus, Label> = {
  ASSIGNED: { zh: '已派', en: 'Assigned' },
  ACCEPTED: { zh: '已接受', en: 'Accepted' },
  DEPARTED: { zh: '已出车', en: 'Departed' },
  ARRIVED: { zh: '已到达', en: 'Arrived' },
  RETURNED: { zh: '已收车', en: 'Returned' },
  CLOSED: { zh: '已办结', en: 'Closed' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
  NO_SHOW: { zh: '用车人未到', en: 'No-show' },
};

export const PAPERS: Record<NonNullable<UseRequest['paperState']>, Label> = {
  DUE: { zh: '待补手续', en: 'Paper due' },
  OVERDUE: { zh: '手续逾期', en: 'Paper overdue' },
  DONE: { zh: '手续已补', en: 'Paper done' },
  REFUSED: { zh: '手续未获批准', en: 'Paper refused' },
};

export const SHARINGS: Record<Sharing, Label> = {
  OWN_UNIT: { zh: '本单位', en: 'Own unit' },
  CROSS_DEPARTMENT: { zh: '跨部门', en: 'Cross-department' },
  CROSS_REGION: { zh: '跨区域', en: 'Cross-region' },
};

export const REPLAN_KINDS: Record<ReplanKind, Label> = {
  BREAKDOWN: { zh: '车辆故障', en: 'Breakdown' },
  DELAY: { zh: '晚归', en: 'Late return' },
  DRIVER_ABSENT: { zh: '驾驶员缺勤', en: 'Driver absent' },
  REQUEST: { zh: '临时申请', en: 'Late request' },
  CANCELLED: { zh: '派车单取消', en: 'Order cancelled' },
};

export const REPLAN_STATES: Record<'OFFERED' | 'COMMITTED' | 'DISCARDED' | 'STALE', Label> = {
  OFFERED: { zh: '待处理', en: 'Offered' },
  COMMITTED: { zh: '已采用', en: 'Committed' },
  DISCARDED: { zh: '已放弃', en: 'Discarded' },
  STALE: { zh: '已失效', en: 'Stale' },
};

export const ROLES: Record<Role, Label> = {
  REQUESTER: { zh: '用车申请人', en: 'Requester' },
  APPROVER: { zh: '审批人', en: 'Approver' },
  DISPATCHER: { zh: '调度员', en: 'Dispatcher' },
  FLEET_OFFICER: { zh: '车管员', en: 'Fleet officer' },
  DRIVER: { zh: '驾驶员', en: 'Driver' },
  SUPERVISOR: { zh: '监管员', en: 'Supervisor' },
};

export const CASE_ROLES: Record<CaseRole, Label> = {
  HOME: { zh: '属地', en: 'Home' },
  HOST: { zh: '保障地', en: 'Host' },
};

export const CASE_STATUSES: Record<CaseStatus, Label> = {
  INQUIRED: { zh: '已询', en: 'Inquired' },
  OFFERED: { zh: '已报', en: 'Offered' },
  DECLINED: { zh: '已拒', en: 'Declined' },
  BOOKING: { zh: '预订中', en: 'Booking' },
  BOOKED: { zh: '已订', en: 'Booked' },
  ASSIGNED: { zh: '已派', en: 'Assigned' },
  UNDERWAY: { zh: '执行中', en: 'Underway' },
  COMPLETED: { zh: '已完成', en: 'Completed' },
  BILLED: { zh: '已出账', en: 'Billed' },
  DISPUTED: { zh: '有争议', en: 'Disputed' },
  CONFIRMED: { zh: '已确认', en: 'Confirmed' },
  SETTLED: { zh: '已结清', en: 'Settled' },
  CANCELLING: { zh: '取消中', en: 'Cancelling' },
  CANCELLED: { zh: '已取消', en: 'Cancelled' },
  EXPIRED: { zh: '已失效', en: 'Expired' },
};

export const CASE_ACTS: Record<CaseAct, Label> = {
  offer: { zh: '报价', en: 'Offer' },
  decline: { zh: '谢绝', en: 'Decline' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
  book: { zh: '预订', en: 'Book' },
  cancel: { zh: '取消用车', en: 'Cancel' },
  'confirm-use': { zh: '确认已用车', en: 'Confirm' },
};

const NEW_ENERGY_PLATES: ReadonlySet<EnergyType> = new Set(['BEV', 'PHEV', 'EREV', 'FCEV']);

/** The plate colour to draw when only the energy type is known. */
export function plateColourOf(energyType: EnergyType): PlateColour {
  return NEW_ENERGY_PLATES.has(energyType) ? 'GREEN' : 'BLUE';
}

/** A plate as people write it: 沪A·12345. */
export function plateText(plate: string): string {
  return plate.includes('·') || plate.length < 7 ? plate : `${plate.slice(0, 2)}·${plate.slice(2)}`;
}

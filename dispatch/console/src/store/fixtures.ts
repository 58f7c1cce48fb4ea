import type { CrossRegionService } from '../api/crossRegion';
import type { Replan } from '../api/planning';
import type { LiveProperties, LiveVehicle, Order, Quota, UseRequest } from '../api/types';

/** Valid by default; a test states the one difference that matters. */
export function aVehicle(id: string, difference: Partial<LiveProperties> = {}, coordinates = [121.47, 31.23]): LiveVehicle {
  const properties: LiveProperties = {
    plate: '沪AD12345',
    plateColour: 'GREEN',
    unitId: 'unit-1',
    unitName: '上海市机关事务管理局',
    category: 'QT',
    energyType: 'BEV',
    newEnergy: true,
    state: 'IDLE',
    speed_kmh: 0,
    heading_deg: 90,
    ignitionOn: false,
    reportedAt: '2026-01-05T01:00:00Z',
    ...difference,
  };
  return { type: 'Feature', id, geometry: { type: 'Point', coordinates }, properties };
}

export function aRequest(id: string, difference: Partial<UseRequest> = {}): UseRequest {
  return {
    id,
    number: `YC-${id}`,
    status: 'SUBMITTED',
    unitId: 'unit-1',
    unitName: '上海市机关事务管理局',
    regionCode: '310000',
    hostRegionCode: null,
    requesterName: '王建国',
    purpose: '参加会议',
    category: 'QT',
    passengers: 2,
    pickup: { name: '人民大道', latitude: 31.23, longitude: 121.47 },
    dropoff: { name: '虹桥站', latitude: 31.19, longitude: 121.32 },
    departAt: '2026-01-05T02:00:00Z',
    returnAt: '2026-01-05T06:00:00Z',
    submittedAt: '2026-01-05T00:00:00Z',
    decisionReason: null,
    sharing: null,
    order: null,
    emergency: false,
    paperState: null,
    approvalChain: null,
    approvalStep: null,
    ...difference,
  };
}

export function anOrder(id: string, requestId: string, difference: Partial<Order> = {}): Order {
  return {
    id,
    number: `PC-${id}`,
    status: 'ASSIGNED',
    requestId,
    requestNumber: `YC-${requestId}`,
    vehicleId: 'vehicle-1',
    plate: '沪AD12345',
    vehicleUnitName: '浦东新区机关事务服务中心',
    driverId: 'driver-1',
    driverName: '周海',
    sharing: 'CROSS_DEPARTMENT',
    from: '2026-01-05T02:00:00Z',
    to: '2026-01-05T06:00:00Z',
    ...difference,
  };
}

export function aQuota(unitName: string, category: string, inUse: number, number: number): Quota {
  return {
    id: `${unitName}-${category}`,
    unitId: unitName,
    unitName,
    category,
    categoryName: `${category} 用车`,
    number,
    inUse,
    documentNumber: '文号 1',
    approvedBy: '主管部门',
    effectiveFrom: '2026-01-01',
  };
}

export function aReplan(id: string, difference: Partial<Replan> = {}): Replan {
  return {
    id,
    state: 'OFFERED',
    unitId: 'unit-1',
    event: { kind: 'BREAKDOWN', vehicleId: 'vehicle-1' },
    subject: '沪AD12345',
    createdBy: 'system',
    createdAt: '2026-01-05T01:00:00Z',
    moved_fen: 3000,
    costBefore_fen: 120_00,
    costAfter_fen: 150_00,
    moves: [],
    unserved: [],
    closedBy: null,
    refusal: null,
    version: 0,
    ...difference,
  };
}

export function aService(id: string, difference: Partial<CrossRegionService> = {}): CrossRegionService {
  return {
    id,
    number: `KQ-${id}`,
    role: 'HOST',
    status: 'INQUIRED',
    peerName: '上海市',
    agreementNumber: '沪浙-1',
    requestId: null,
    inquiry: {
      homeName: '上海市机关事务管理局',
      category: 'QT',
      passengers: 2,
      pickup: { name: '省府路', latitude: 30.27, longitude: 120.15 },
      dropoff: { name: '杭州东站', latitude: 30.29, longitude: 120.21 },
      startsAt: '2026-01-05T02:00:00Z',
      endsAt: '2026-01-05T06:00:00Z',
      contact: '张三 13900000000',
      purpose: null,
    },
    offer: null,
    assigned: null,
    noShow: null,
    evidence: null,
    useConfirmed: null,
    openedAt: '2026-01-05T00:00:00Z',
    version: 0,
    ...difference,
  };
}

import { createRouter, createWebHashHistory } from 'vue-router'

export const MENU = [
  { path: '/home', label: '首页', help: 'home' },
  { path: '/deputies', label: '代表名册', help: 'deputies' },
  { path: '/visits', label: '接待走访', help: 'visits' },
  { path: '/activities', label: '活动履职', help: 'activities' },
  { path: '/matters', label: '建议办理', help: 'matters' },
  { path: '/registers', label: '十表台账', help: 'registers' },
  { path: '/reports', label: '报表统计', help: 'reports' },
  { path: '/settings/station', label: '系统设置', help: 'settings' },
] as const

/** Pages that stand under another's menu item. */
export const UNDER: Record<string, string> = { contacts: 'visits', standing: 'visits', rounds: 'visits', deeds: 'activities', reviews: 'activities', districts: 'deputies', blanks: 'deputies', looks: 'registers' }

export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: '/home' },
    { path: '/home', component: () => import('./pages/home/Home.vue') },
    { path: '/deputies', component: () => import('./pages/deputies/DeputyList.vue') },
    { path: '/deputies/new', component: () => import('./pages/deputies/DeputyForm.vue') },
    { path: '/deputies/:id', component: () => import('./pages/deputies/DeputyList.vue') },
    { path: '/deputies/:id/edit', component: () => import('./pages/deputies/DeputyForm.vue') },
    { path: '/blanks', component: () => import('./pages/deputies/Blanks.vue') },
    { path: '/districts', component: () => import('./pages/deputies/Districts.vue') },
    { path: '/districts/new', component: () => import('./pages/deputies/DistrictForm.vue') },
    { path: '/districts/:id', component: () => import('./pages/deputies/DistrictForm.vue') },
    { path: '/visits', component: () => import('./pages/visits/Visits.vue') },
    { path: '/visits/new', component: () => import('./pages/visits/ReceptionForm.vue') },
    { path: '/visits/:id', component: () => import('./pages/visits/ReceptionForm.vue') },
    { path: '/contacts', component: () => import('./pages/contacts/ContactList.vue') },
    { path: '/contacts/new', component: () => import('./pages/contacts/ContactForm.vue') },
    { path: '/contacts/:id', component: () => import('./pages/contacts/ContactForm.vue') },
    { path: '/standing', component: () => import('./pages/contacts/StandingList.vue') },
    { path: '/standing/new', component: () => import('./pages/contacts/StandingForm.vue') },
    { path: '/standing/:id', component: () => import('./pages/contacts/StandingForm.vue') },
    { path: '/rounds', component: () => import('./pages/contacts/RoundList.vue') },
    { path: '/rounds/new', component: () => import('./pages/contacts/RoundForm.vue') },
    { path: '/rounds/:id', component: () => import('./pages/contacts/RoundForm.vue') },
    { path: '/reviews', component: () => import('./pages/activities/Reviews.vue') },
    { path: '/activities', component: () => import('./pages/activities/ActivityList.vue') },
    { path: '/activities/new', component: () => import('./pages/activities/ActivityForm.vue') },
    { path: '/activities/:id', component: () => import('./pages/activities/ActivityForm.vue') },
    { path: '/deeds', component: () => import('./pages/deeds/DeedList.vue') },
    { path: '/deeds/new', component: () => import('./pages/deeds/DeedForm.vue') },
    { path: '/deeds/:id', component: () => import('./pages/deeds/DeedForm.vue') },
    { path: '/matters', component: () => import('./pages/matters/MatterList.vue') },
    { path: '/matters/new', component: () => import('./pages/matters/MatterForm.vue') },
    { path: '/matters/:id', component: () => import('./pages/matters/MatterPage.vue') },
    { path: '/matters/:id/edit', component: () => import('./pages/matters/MatterForm.vue') },
    { path: '/registers', component: () => import('./pages/registers/Registers.vue') },
    { path: '/looks', component: () => import('./pages/looks/Looks.vue') },
    { path: '/reports', component: () => import('./pages/reports/Reports.vue') },
    { path: '/settings/:tab', component: () => import('./pages/settings/Settings.vue') },
    { path: '/:rest(.*)', redirect: '/home' },
  ],
})

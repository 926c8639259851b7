import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import './style.css'
import App from './App.vue'
import { failureOf, openBackend } from './backend'
import { useSession } from './app/session'
import { router } from './router'

// The calendar's week begins on Monday.
dayjs.locale('zh-cn')

await openBackend()
const app = createApp(App).use(createPinia()).use(router)
const session = useSession()
// What no form shows is still said, never swallowed.
window.addEventListener('unhandledrejection', (event) => session.tell(failureOf(event.reason).message))
app.mount('#app')

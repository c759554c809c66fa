import { Classroom } from './app/Classroom.js'
import './charts/ChartElement.js'

const place = document.getElementById('classroom')
if (place !== null) new Classroom(place).start()
